package io.tact.profile.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final NamedIdentity ANN = named(IdentityType.USER_ID, 'a');
    private static final NamedIdentity PHONE = named(IdentityType.ANONYMOUS_ID, 'p');
    private static final NamedIdentity OLD_PHONE = named(IdentityType.ANONYMOUS_ID, 'o');
    private static final IdentityKey OLD_PHONE_AS_USER = key('u');
    private static final Subject ALIAS =
            new Subject(ANN, ANN, PHONE, null, OLD_PHONE, OLD_PHONE_AS_USER);

    @Test
    void losesTheNamesOfWhoeverIsGone() {
        assertThat(ALIAS.without(Set.of(PHONE.key())::contains))
                .hasValue(new Subject(ANN, ANN, null, null, OLD_PHONE, OLD_PHONE_AS_USER));
        assertThat(ALIAS.without(key -> false)).hasValue(ALIAS);
    }

    @Test
    void isNobodysWhenItsRecorderIsGone() {
        assertThat(ALIAS.without(Set.of(ANN.key())::contains)).isEmpty();
    }

    @Test
    void aliasOfWhoeverIsGoneAsAUserSaysNothing() {
        Optional<Subject> alias = Optional.of(new Subject(ANN, ANN, PHONE, null, null, null));

        assertThat(ALIAS.without(Set.of(OLD_PHONE_AS_USER)::contains)).isEqualTo(alias);
    }

    private static NamedIdentity named(IdentityType type, char letter) {
        return new NamedIdentity(type, key(letter));
    }

    private static IdentityKey key(char letter) {
        return new IdentityKey(String.valueOf(letter).repeat(42) + "A");
    }
}
