package dev.signalbox.ui.notice;

import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.notice.NoticeRule;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// What the kinds of notices and of rules are called.
final class KindWords {

    private KindWords() {}

    static String of(NoticeKind kind) {
        return switch (kind) {
            case STARTED -> "A build begins";
            case BROKEN -> "A build breaks";
            case FIXED -> "A build works again";
            case WAITS -> "Something waits for my approval";
            case ROLLED_BACK -> "Something is rolled back";
            case DRIFTED -> "What runs is not what was deployed";
        };
    }

    static String of(NoticeRule.Scope scope) {
        return switch (scope) {
            case SERVICE -> "Service";
            case ENVIRONMENT -> "Environment";
            case GROUP -> "Group";
        };
    }

    /// All of them in one line.
    static String of(Set<NoticeKind> kinds) {
        return kinds.isEmpty()
                ? "Nothing is told"
                : Arrays.stream(NoticeKind.values())
                        .filter(kinds::contains)
                        .map(KindWords::of)
                        .collect(Collectors.joining(" · "));
    }
}
