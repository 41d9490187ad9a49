package io.tact.profile.question;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.profile.question.Registration.BenefitTied;
import io.tact.profile.question.Registration.CategoryUnknown;
import io.tact.profile.question.Registration.OnlyFor;
import io.tact.profile.question.Registration.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Asks a question from now on, if it may be asked like this. */
@ApplicationScoped
class RegisterQuestion {
    private final Protection protection;
    private final QuestionStore store;

    RegisterQuestion(Protection protection, QuestionStore store) {
        this.protection = protection;
        this.store = store;
    }

    /**
     * @param by the subject of the member of staff
     */
    Uni<Registration> register(Question question, String by) {
        return refusal(question)
                .map(refused -> Uni.createFrom().item(refused))
                .orElseGet(() -> store.add(question, by, false).map(Registered::new));
    }

    private Optional<Registration> refusal(Question question) {
        Purpose purpose = question.purpose();
        if (question.benefitIsTied()) {
            return Optional.of(new BenefitTied());
        }
        if (purpose.isSensitive() && protection.demanded(purpose.name()).isEmpty()) {
            return Optional.of(new CategoryUnknown());
        }
        return question.words()
                .flatMap(words -> protection.demanded(words).stream())
                .filter(demanded -> !demanded.equals(purpose))
                .findFirst()
                .map(OnlyFor::new);
    }
}
