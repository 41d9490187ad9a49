package io.tact.profile.computed;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.tact.profile.computed.Expressions.Expression;
import io.tact.profile.protection.ProtectedCategories;
import io.tact.profile.protection.ProtectedCategory;
import io.tact.profile.trait.Adulthood;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a definition may not be: it says itself that it is about a protected category or somebody's
 * age, or an expression of it asks for one.
 */
final class ProtectedDefinition {
    private final ProtectedCategories categories;

    ProtectedDefinition(ProtectedCategories categories) {
        this.categories = categories;
    }

    Optional<Reason> reason(CompiledDefinition compiled) {
        Definition definition = compiled.definition();
        if (Adulthood.isSaidBy(definition.name())) {
            return Optional.of(new Reason("age", "name"));
        }
        return text("name", definition.name())
                .or(() -> text("description", definition.description()))
                .or(() -> first(definition.categories().stream(), "categories"))
                .or(() -> first(definition.over().keySet().stream(), "over"))
                .or(() -> first(words(compiled).stream(), "an expression"));
    }

    /** Texts in the expressions, and the names of the fields that they look at. */
    static List<String> words(CompiledDefinition compiled) {
        return compiled.expressions()
                .map(Expression::tree)
                .flatMap(tree -> CelNavigableAst.fromAst(tree).getRoot().allNodes())
                .map(CelNavigableExpr::expr)
                .flatMap(ProtectedDefinition::word)
                .distinct()
                .toList();
    }

    private static Stream<String> word(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT ->
                    expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                            ? Stream.of(expression.constant().stringValue())
                            : Stream.empty();
            case SELECT -> Stream.of(expression.select().field());
            default -> Stream.empty();
        };
    }

    private Optional<Reason> first(Stream<String> texts, String where) {
        return texts.flatMap(text -> text(where, text).stream()).findFirst();
    }

    private Optional<Reason> text(String where, String text) {
        return categories
                .ofCategory(text)
                .or(() -> categories.ofText(text))
                .map(ProtectedCategory::wire)
                .map(category -> new Reason(category, where));
    }

    /**
     * @param category of the protected ones, or {@code age}
     * @param where in the definition
     */
    record Reason(String category, String where) {}
}
