package io.tact.profile.computed;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import io.tact.profile.computed.Definition.Kind;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * CEL, with what definitions may use of it: the standard macros and {@code most(counts)}, the value
 * that there is most of. An expression that cannot be evaluated has no value: an event without the
 * field does not match, and a definition without its trait says nothing.
 */
final class Expressions {
    private static final MapType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final MapType COUNTS = MapType.create(SimpleType.STRING, SimpleType.INT);
    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .comprehensionMaxIterations(10_000)
                    .maxExpressionCodePointSize(2_000)
                    .maxParseRecursionDepth(50)
                    .maxRegexProgramSize(200)
                    .build();

    private Expressions() {}

    /** Whether an event matches. */
    static Expression match(String source) throws Invalid {
        return compile(builder().addVar("event", OBJECT), source, SimpleType.BOOL);
    }

    /** A value of an event. */
    static Expression of(String source) throws Invalid {
        return compile(builder().addVar("event", OBJECT), source, SimpleType.DYN);
    }

    static Expression value(Definition definition) throws Invalid {
        CelBuilder builder = builder().addVar("traits", OBJECT);
        definition.over().forEach((name, over) -> builder.addVar(name, type(over.take())));
        return compile(
                builder,
                definition.value(),
                definition.kind() == Kind.AUDIENCE ? SimpleType.BOOL : SimpleType.DYN);
    }

    private static CelType type(Take take) {
        return switch (take) {
            case COUNT -> SimpleType.INT;
            case SUM -> SimpleType.DOUBLE;
            case COUNTS -> COUNTS;
            case MIN, MAX, FIRST, LAST -> SimpleType.DYN;
        };
    }

    private static CelBuilder builder() {
        return CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                "most",
                                CelOverloadDecl.newGlobalOverload(
                                        "most_counts", SimpleType.STRING, COUNTS)))
                .addFunctionBindings(
                        CelFunctionBinding.from("most_counts", Map.class, Expressions::most));
    }

    /** Of two as frequent, the one that sorts first. */
    private static Object most(Map<?, ?> counts) throws CelEvaluationException {
        return counts.entrySet().stream()
                .max(
                        Comparator.<Map.Entry<?, ?>>comparingLong(
                                        entry -> ((Number) entry.getValue()).longValue())
                                .thenComparing(
                                        entry -> entry.getKey().toString(),
                                        Comparator.reverseOrder()))
                .<Object>map(Map.Entry::getKey)
                .orElseThrow(() -> new CelEvaluationException("most of nothing"));
    }

    private static Expression compile(CelBuilder builder, String source, CelType result)
            throws Invalid {
        try {
            Cel cel = builder.setResultType(result).build();
            CelAbstractSyntaxTree tree = cel.compile(source).getAst();
            return new Expression(tree, cel.createProgram(tree));
        } catch (CelValidationException | CelEvaluationException invalid) {
            throw new Invalid(String.valueOf(invalid.getMessage()));
        }
    }

    /** One that was checked. */
    record Expression(CelAbstractSyntaxTree tree, CelRuntime.Program program) {
        Optional<Object> evaluate(Map<String, ?> known) {
            try {
                return Optional.ofNullable(program.eval(known));
            } catch (CelEvaluationException noValue) {
                return Optional.empty();
            }
        }

        boolean isTrue(Map<String, ?> known) {
            return evaluate(known).filter(Boolean.TRUE::equals).isPresent();
        }
    }

    /** It is no expression, or not of the type that is needed; the message says where. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message, null, false, false);
        }
    }
}
