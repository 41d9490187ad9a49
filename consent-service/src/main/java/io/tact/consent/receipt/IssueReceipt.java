package io.tact.consent.receipt;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.notice.NoticeText;
import io.tact.consent.notice.ShowNotice;
import io.tact.consent.proof.Proof.Opened;
import io.tact.consent.proof.Proof.Proven;
import io.tact.consent.proof.ProveConsent;
import io.tact.consent.purpose.Notice;
import io.tact.consent.receipt.Issue.Part;
import io.tact.consent.receipt.Issue.Receipt;
import io.tact.consent.receipt.Issue.Unanswered;
import io.tact.consent.receipt.Issue.Unproven;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes down an answer, from the entries that it goes back to. */
@ApplicationScoped
class IssueReceipt {
    private final ProveConsent proveConsent;
    private final ShowNotice showNotice;

    IssueReceipt(ProveConsent proveConsent, ShowNotice showNotice) {
        this.proveConsent = proveConsent;
        this.showNotice = showNotice;
    }

    Uni<Issue> issue(List<IdentityKey> keys, Purpose purpose) {
        return proveConsent
                .origins(keys, purpose)
                .chain(
                        proof ->
                                proof instanceof Proven proven
                                        ? receipt(proven, purpose)
                                        : Uni.createFrom().item(new Unproven(proof)));
    }

    private Uni<Issue> receipt(Proven proven, Purpose purpose) {
        return Multi.createFrom()
                .iterable(proven.entries())
                .onItem()
                .transformToUniAndConcatenate(entry -> part(entry, purpose))
                .collect()
                .asList()
                .map(parts -> parts.isEmpty() ? new Unanswered() : new Receipt(parts, proven));
    }

    private Uni<Part> part(Opened opened, Purpose purpose) {
        SaidEntry entry = SaidEntry.of(opened.body(), purpose);
        UUID id = UUID.nameUUIDFromBytes(opened.nonce());
        return Uni.combine()
                .all()
                .unis(shown(entry), showNotice.sensitive(purpose, entry.language()))
                .with((shown, asked) -> new Part(id, entry, shown, asked));
    }

    private Uni<Optional<NoticeText>> shown(SaidEntry entry) {
        return entry.notice()
                .flatMap(Notice::sha256)
                .map(showNotice::text)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
