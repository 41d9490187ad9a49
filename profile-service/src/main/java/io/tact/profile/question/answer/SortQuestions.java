package io.tact.profile.question.answer;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.question.Question;
import io.tact.profile.question.RegisteredQuestion;
import io.tact.profile.question.answer.MyQuestions.Answered;
import io.tact.profile.question.answer.MyQuestions.Asked;
import io.tact.profile.question.answer.SaidStore.Aside;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.ValueClass;
import io.tact.profile.trait.WinningTraits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Sorts questions by how they stand with one caller, one after the other. */
final class SortQuestions {
    private final Collection<IdentityKey> proven;
    private final Permissions served;
    private final List<KnownTrait> told;
    private final BiFunction<List<KnownTrait>, Purpose, List<KnownTrait>> usable;
    private final List<Aside> asides;
    private final Set<String> skipped;

    private final List<Asked> open = new ArrayList<>();
    private final List<Answered> answered = new ArrayList<>();
    private final List<Answered> aboutSomebodyElse = new ArrayList<>();
    private boolean withheld;

    /**
     * @param known of the caller and all whom they are linked to
     * @param usable which of some values may be used for a purpose
     * @param asides what the caller answered about somebody else, the latest first
     * @param skipped the names of the questions that are not to be asked again yet
     */
    SortQuestions(
            Collection<IdentityKey> proven,
            Permissions served,
            List<KnownTrait> known,
            BiFunction<List<KnownTrait>, Purpose, List<KnownTrait>> usable,
            List<Aside> asides,
            Set<String> skipped) {
        this.proven = proven;
        this.served = served;
        this.told = known.stream().filter(trait -> trait.valueClass() == ValueClass.TOLD).toList();
        this.usable = usable;
        this.asides = asides;
        this.skipped = skipped;
    }

    void sort(RegisteredQuestion registered) {
        Question question = registered.question();
        List<KnownTrait> answers =
                told.stream().filter(trait -> trait.name().equals(question.name())).toList();
        List<KnownTrait> counting = usable.apply(answers, question.purpose());
        List<KnownTrait> mine = own(counting);
        List<Aside> others =
                asides.stream().filter(aside -> aside.question().equals(question.name())).toList();
        List<Aside> shown = others.stream().filter(aside -> mayBeUsed(aside, question)).toList();

        WinningTraits.of(mine).values().forEach(it -> answered.add(Answered.of(question, it)));
        shown.stream().limit(1).forEach(it -> aboutSomebodyElse.add(Answered.of(question, it)));
        withheld |= mine.size() < own(answers).size() || shown.size() < others.size();
        if (counting.isEmpty() && shown.isEmpty() && mayBeAsked(registered)) {
            open.add(Asked.of(question));
        }
    }

    MyQuestions sorted() {
        return new MyQuestions(open, answered, aboutSomebodyElse, withheld);
    }

    private List<KnownTrait> own(List<KnownTrait> traits) {
        return traits.stream().filter(trait -> proven.contains(trait.recordedUnder())).toList();
    }

    private boolean mayBeUsed(Aside aside, Question question) {
        return aside.purpose().equals(question.purpose()) && served.allows(question.purpose());
    }

    private boolean mayBeAsked(RegisteredQuestion registered) {
        Question question = registered.question();
        return !registered.retired()
                && served.allows(question.purpose())
                && !skipped.contains(question.name());
    }
}
