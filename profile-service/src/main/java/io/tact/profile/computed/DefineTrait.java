package io.tact.profile.computed;

import io.smallrye.mutiny.Uni;
import io.tact.profile.computed.Expressions.Invalid;
import io.tact.profile.computed.ProtectedDefinition.Reason;
import io.tact.profile.protection.ProtectedCategories;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes a definition, if it is one and is about nothing protected. */
@ApplicationScoped
class DefineTrait {
    private final DefinitionStore store;
    private final KnownItems items;
    private final KeepComputed keeper;
    private final LiveDefinitions live;
    private final ProtectedDefinition protection =
            new ProtectedDefinition(ProtectedCategories.shipped());

    DefineTrait(
            DefinitionStore store, KnownItems items, KeepComputed keeper, LiveDefinitions live) {
        this.store = store;
        this.items = items;
        this.keeper = keeper;
        this.live = live;
    }

    /**
     * @param by the staff member's subject
     */
    Uni<Outcome> define(Definition definition, String by) {
        CompiledDefinition compiled;
        try {
            compiled = CompiledDefinition.of(definition);
        } catch (Invalid invalid) {
            return Uni.createFrom().item(new NotAnExpression(String.valueOf(invalid.getMessage())));
        }
        Optional<Reason> reason = protection.reason(compiled);
        return reason.<Uni<Optional<Reason>>>map(known -> Uni.createFrom().item(reason))
                .orElseGet(() -> items.protectedAmong(ProtectedDefinition.words(compiled)))
                .chain(
                        found ->
                                found.<Uni<Outcome>>map(
                                                why -> Uni.createFrom().item(new Protected(why)))
                                        .orElseGet(() -> take(definition, by)));
    }

    Uni<Boolean> retire(String name, String by) {
        return store.retire(name, by).call(live::refresh);
    }

    private Uni<Outcome> take(Definition definition, String by) {
        return store.define(definition, by).invoke(keeper::nudge).replaceWith(new Taken());
    }

    /** What became of it. */
    sealed interface Outcome {}

    record Taken() implements Outcome {}

    record NotAnExpression(String message) implements Outcome {}

    record Protected(Reason reason) implements Outcome {}
}
