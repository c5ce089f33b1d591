package dev.signalbox.ui.notice;

import dev.signalbox.domain.notice.Notice;
import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.link.Links;
import dev.signalbox.ui.shell.Place;
import java.util.ArrayList;
import java.util.List;

/// Notices as sentences. Names come from outside: each is made safe, shortened, and rid of what looks like a secret.
final class NoticeWords {

    private static final int LONGEST_NAME = 60;

    private NoticeWords() {}

    static Told of(Notice notice, ConsoleState state) {
        String service = name(notice.service());
        String environment = name(notice.environment());
        String detail = name(notice.detail());
        return switch (notice.kind()) {
            case STARTED -> told(notice, state, service + " is being built", detail + " began.");
            case BROKEN -> told(notice, state, service + " is broken", detail + " failed.");
            case FIXED -> told(notice, state, service + " is fixed", detail + " succeeded.");
            case WAITS -> told(
                    notice, state, service + " waits for you", detail + " wants to go to " + environment + ".");
            case ROLLED_BACK -> told(
                    notice, state, service + " was rolled back in " + environment, detail + " runs there now.");
            case DRIFTED -> told(
                    notice, state, service + " in " + environment + " is not what was deployed",
                    detail + " runs there now.");
        };
    }

    /// Many at once, counted by kind, the most urgent kinds first.
    static Told together(List<Notice> notices) {
        List<String> parts = new ArrayList<>();
        for (NoticeKind kind : List.of(
                NoticeKind.WAITS, NoticeKind.BROKEN, NoticeKind.ROLLED_BACK, NoticeKind.DRIFTED, NoticeKind.FIXED,
                NoticeKind.STARTED)) {
            long count = notices.stream().filter(n -> n.kind() == kind).count();
            if (count > 0) {
                parts.add(count + " " + counted(kind));
            }
        }
        boolean onlyWaits = notices.stream().allMatch(n -> n.kind() == NoticeKind.WAITS);
        return new Told(
                notices.size() == 1 ? "One more change" : notices.size() + " changes", String.join(", ", parts) + ".",
                onlyWaits ? "signalbox://approvals" : "signalbox://board");
    }

    /// A kind, after how many there are of it.
    private static String counted(NoticeKind kind) {
        return switch (kind) {
            case STARTED -> "began";
            case BROKEN -> "broken";
            case FIXED -> "fixed";
            case WAITS -> "waiting for you";
            case ROLLED_BACK -> "rolled back";
            case DRIFTED -> "not as deployed";
        };
    }

    private static Told told(Notice notice, ConsoleState state, String heading, String words) {
        Place place;
        if (notice.run() == null) {
            place = new Place.AtTarget(notice.service(), notice.environment());
        } else if (notice.kind() == NoticeKind.WAITS) {
            place = new Place.AtApproval(notice.run(), notice.environment());
        } else {
            place = new Place.AtRun(notice.run());
        }
        return new Told(heading, words, Links.to(place, state).orElse("signalbox://board"));
    }

    private static String name(String remote) {
        return SafeText.line(Redaction.SHAPES_ONLY.hide(remote), LONGEST_NAME);
    }
}
