package dev.signalbox.ui.board;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a workload can go back to: its last good revision, which is not always the one before. Nothing that was not
/// seen healthy is one click away: it might be the very revision that was rolled back from.
///
/// @param offer the one-click way back, to a revision that is proven good
/// @param unproven the revision before, named as not proven, when no other one is proven; empty when there is an offer
/// @param before the revision that either goes back to: what the running one is compared with
record WayBack(
        Optional<DrawerRow.Offer> offer,
        Optional<DrawerRow.Offer> unproven,
        String whyNot,
        List<DrawerRow.RevisionRow> revisions,
        @Nullable Revision before) {

    private static final int SHOWN = 6;

    static WayBack of(ServiceSpec service, Workload workload, ConsoleState state, Instant now) {
        List<GoodRevision> good = state.good().getOrDefault(workload.key(), List.of()).stream()
                .filter(g -> g.workloadUid().equals(workload.uid()))
                .toList();
        String denied = WorkloadOffers.denial(workload, ClusterVerb.PATCH_WORKLOAD, state);
        List<Revision> others = workload.revisions().stream().filter(r -> !r.current()).toList();
        Optional<Revision> lastGood = good.stream()
                .filter(GoodRevision::isProven)
                .flatMap(g -> others.stream().filter(r -> r.hash().equals(g.hash())))
                .findFirst();
        Optional<Revision> before = lastGood.or(() -> others.stream().findFirst());
        Optional<DrawerRow.Offer> offer = lastGood.map(r -> new DrawerRow.Offer(
                "roll-back",
                "Roll back to " + SafeText.line(r.version()),
                denied.isEmpty() ? explain(r, good) : denied,
                denied.isEmpty(),
                intent(service, workload, r)));
        Optional<DrawerRow.Offer> unproven = lastGood.isPresent()
                ? Optional.empty()
                : before.map(r -> new DrawerRow.Offer(
                        "roll-back-unproven",
                        "Roll back to " + SafeText.line(r.version()) + ", not proven",
                        denied.isEmpty() ? "the revision before; this console has not seen it healthy" : denied,
                        denied.isEmpty(),
                        intent(service, workload, r)));
        List<DrawerRow.RevisionRow> rows = workload.revisions().stream()
                .limit(SHOWN)
                .map(r -> row(service, workload, r, good, denied, now))
                .toList();
        return new WayBack(offer, unproven, whyNot(offer, others), rows, before.orElse(null));
    }

    /// Where the offer leads, for a line that says already what is rolled back.
    String wordsOf(DrawerRow.Offer chosen) {
        return chosen.words().substring("Roll back ".length());
    }

    private static String whyNot(Optional<DrawerRow.Offer> offer, List<Revision> others) {
        if (offer.isPresent()) {
            return "";
        }
        return others.isEmpty()
                ? "No earlier revision is kept: nothing to roll back to."
                : "No other revision was seen healthy by this console. Each can be chosen below, not proven.";
    }

    private static String explain(Revision revision, List<GoodRevision> good) {
        return "last good: healthy " + proof(revision, good).map(Durations::words).orElse("") + " · 1 PATCH";
    }

    private static Optional<Duration> proof(Revision revision, List<GoodRevision> good) {
        return good.stream()
                .filter(g -> g.hash().equals(revision.hash()) && g.isProven())
                .map(GoodRevision::length)
                .findFirst();
    }

    private static DrawerRow.RevisionRow row(
            ServiceSpec service,
            Workload workload,
            Revision revision,
            List<GoodRevision> good,
            String denied,
            Instant now) {
        Optional<Duration> proof = proof(revision, good);
        String name = "r" + revision.number() + " " + SafeText.line(revision.version());
        String cause = revision.changeCause() == null ? "" : " · " + SafeText.line(revision.changeCause(), 60);
        String words = Durations.age(revision.createdAt(), now)
                + proof.map(p -> " · healthy " + Durations.brief(p))
                        .orElse(revision.current() ? "" : " · not proven")
                + cause;
        if (revision.current()) {
            Mark mark = proof.isPresent() ? Mark.GOOD : revision.available() < revision.pods() ? Mark.BAD : Mark.MOVING;
            return new DrawerRow.RevisionRow(revision.uid(), mark, name, words, null);
        }
        return new DrawerRow.RevisionRow(
                revision.uid(),
                proof.isPresent() ? Mark.GOOD : Mark.UNKNOWN,
                name,
                words,
                new DrawerRow.Offer(
                        "restore-" + revision.number(),
                        "Roll back to revision " + revision.number() + ", " + SafeText.line(revision.version())
                                + (proof.isPresent() ? "" : ", not proven"),
                        denied,
                        denied.isEmpty(),
                        intent(service, workload, revision)));
    }

    private static Intent.RollBack intent(ServiceSpec service, Workload workload, Revision revision) {
        return new Intent.RollBack(
                workload.key(), workload.uid(), workload.generation(), revision.uid(), revision.hash(),
                revision.version(), "rolled back from the board");
    }
}
