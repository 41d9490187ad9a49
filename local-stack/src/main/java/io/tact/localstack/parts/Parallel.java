package io.tact.localstack.parts;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Several things at once; the first failure is the failure of all. */
public final class Parallel {
    private Parallel() {}

    public static void run(List<Runnable> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CompletableFuture<Void> failure = new CompletableFuture<>();
        CompletableFuture<?>[] all =
                tasks.stream()
                        .map(task -> CompletableFuture.runAsync(task, threads))
                        .toArray(CompletableFuture<?>[]::new);
        for (CompletableFuture<?> one : all) {
            one.whenComplete(
                    (done, problem) -> {
                        if (problem != null) {
                            failure.completeExceptionally(problem);
                        }
                    });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all), failure).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdown();
        }
    }
}
