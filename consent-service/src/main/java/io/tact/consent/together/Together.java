package io.tact.consent.together;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does together what arrives while the same is being done for others: one statement instead of
 * many. What arrives alone waits for nobody.
 *
 * @param <A> what is asked
 * @param <B> what is answered
 */
public final class Together<A, B> {
    private static final int MOST_AT_A_TIME = 64;

    /** While one waits for the database, another can be prepared. */
    private static final int LANES = 2;

    private final Function<List<A>, Uni<List<B>>> work;
    private final Waiting<Call<A, B>> waiting;
    private int lanes;

    /**
     * @param keys for whom no two are done at the same time
     * @param work answers in the order in which it was asked
     */
    public Together(Function<A, List<IdentityKey>> keys, Function<List<A>, Uni<List<B>>> work) {
        this.work = work;
        this.waiting = new Waiting<>(call -> keys.apply(call.asked()), MOST_AT_A_TIME);
    }

    /** Ends on the caller's own Vert.x context if it has one. */
    public Uni<B> ask(A asked) {
        return Uni.createFrom()
                .emitter(emitter -> add(new Call<>(asked, emitter, Vertx.currentContext())));
    }

    private void add(Call<A, B> call) {
        synchronized (waiting) {
            waiting.add(call);
        }
        fillLanes();
    }

    private void fillLanes() {
        for (List<Call<A, B>> taken = take(); !taken.isEmpty(); taken = take()) {
            start(taken);
        }
    }

    private List<Call<A, B>> take() {
        synchronized (waiting) {
            List<Call<A, B>> taken = lanes < LANES ? waiting.take() : List.of();
            lanes += taken.isEmpty() ? 0 : 1;
            return taken;
        }
    }

    private void start(List<Call<A, B>> calls) {
        Uni.createFrom()
                .deferred(() -> work.apply(calls.stream().map(Call::asked).toList()))
                .onTermination()
                .invoke(() -> free(calls))
                .subscribe()
                .with(
                        answers -> {
                            for (int i = 0; i < calls.size(); i++) {
                                calls.get(i).end(answers.get(i));
                            }
                        },
                        failure -> calls.forEach(call -> call.fail(failure)));
    }

    private void free(List<Call<A, B>> calls) {
        synchronized (waiting) {
            waiting.done(calls);
            lanes--;
        }
        fillLanes();
    }

    /**
     * @param context where the caller goes on; null: anywhere
     */
    private record Call<A, B>(A asked, UniEmitter<? super B> emitter, @Nullable Context context) {
        void end(B answer) {
            goOn(() -> emitter.complete(answer));
        }

        void fail(Throwable failure) {
            goOn(() -> emitter.fail(failure));
        }

        private void goOn(Runnable next) {
            if (context == null) {
                next.run();
            } else {
                context.runOnContext(ignored -> next.run());
            }
        }
    }
}
