package dev.signalbox.ui.runs;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.text.SafePage;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.List;

/// Change requests of a run in the words of its provider. Pure.
final class RequestRows {

    private static final int MOST = 10;

    private RequestRows() {}

    static RequestsCard of(ConsoleState state, Run run, Instant now) {
        Reading<List<ChangeRequest>> read = state.run(run.id()).changeRequests();
        List<ChangeRequest> all = read.or(List.of());
        CiWords words = state.words(run.id().repository().connection());
        String one = words.requestFirst();
        List<RequestsCard.Line> lines = all.stream()
                .limit(MOST)
                .map(request -> line(request, one, words.requestMark(), now))
                .toList();
        return new RequestsCard(all.size() == 1 ? one : one + "s", lines, words(read, all.size(), now));
    }

    private static RequestsCard.Line line(ChangeRequest request, String kind, String mark, Instant now) {
        String reference = mark + request.number();
        String title = SafeText.line(request.title(), 200);
        String author = SafeText.line(request.author(), 60);
        String detail = (author.isEmpty() ? "" : author + " · ") + stage(request, now);
        return new RequestsCard.Line(
                reference, title, detail, SafePage.mayOpen(request.page()) ? request.page() : null,
                kind + " " + reference + ", " + title + ", " + detail);
    }

    private static String stage(ChangeRequest request, Instant now) {
        Instant merged = request.mergedAt();
        return switch (request.state()) {
            case OPEN -> "open";
            case MERGED -> merged == null ? "merged" : "merged " + Durations.ago(merged, now);
            case CLOSED -> "closed without merging";
            case UNKNOWN -> "state unknown";
        };
    }

    private static String words(Reading<List<ChangeRequest>> read, int all, Instant now) {
        if (read.problem() != null) {
            return SafeText.line(Problems.sentence(read.problem(), now), 300);
        }
        return all > MOST ? "And " + Numbers.grouped(all - MOST) + " more." : "";
    }
}
