package io.tact.profile.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final List<List<String>> written = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final Together<String> together = new Together<>(this::write);

    @Test
    void whatArrivesWhileSomethingIsWrittenIsWrittenTogetherNext() {
        add("one");
        add("two");
        add("three");

        assertThat(written).containsExactly(List.of("one"));

        ends.get(0).complete(null);

        assertThat(written).containsExactly(List.of("one"), List.of("two", "three"));
    }

    @Test
    void nobodyIsDoneBeforeTheirOwnIsWritten() {
        CompletableFuture<Void> one = add("one");
        CompletableFuture<Void> two = add("two");

        ends.get(0).complete(null);

        assertThat(one).isCompleted();
        assertThat(two).isNotDone();
        ends.get(1).complete(null);
        assertThat(two).isCompleted();
    }

    @Test
    void aFailureIsTheirsWhoWereWrittenTogetherAndNobodyElses() {
        CompletableFuture<Void> one = add("one");
        CompletableFuture<Void> two = add("two");

        ends.get(0).completeExceptionally(new IllegalStateException("no disk"));
        ends.get(1).complete(null);

        assertThatThrownBy(one::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("no disk");
        assertThat(two).isCompleted();
    }

    @Test
    void afterAPauseItIsWrittenAtOnce() {
        add("one");
        ends.get(0).complete(null);

        add("two");

        assertThat(written).containsExactly(List.of("one"), List.of("two"));
    }

    private CompletableFuture<Void> add(String item) {
        return together.add(item).subscribeAsCompletionStage();
    }

    private Uni<Void> write(List<String> items) {
        written.add(items);
        ends.add(new CompletableFuture<>());
        return Uni.createFrom().completionStage(ends.get(ends.size() - 1));
    }
}
