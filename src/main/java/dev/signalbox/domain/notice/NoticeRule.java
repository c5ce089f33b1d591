package dev.signalbox.domain.notice;

import java.util.Set;

/// What is told of one service, group or environment, in place of what is told of all.
///
/// @param name which one, exactly
/// @param kinds what is told; empty for nothing
public record NoticeRule(Scope scope, String name, Set<NoticeKind> kinds) {

    /// What a rule is about, the most particular first: it wins.
    public enum Scope {
        SERVICE,
        ENVIRONMENT,
        GROUP
    }

    public NoticeRule {
        kinds = Set.copyOf(kinds);
    }

    boolean isAbout(Notice notice) {
        return name.equals(switch (scope) {
            case SERVICE -> notice.service();
            case ENVIRONMENT -> notice.environment();
            case GROUP -> notice.group();
        });
    }
}
