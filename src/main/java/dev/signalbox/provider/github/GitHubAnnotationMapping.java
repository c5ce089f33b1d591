package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.domain.text.SafeText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Wire to domain: annotations. Pure.
final class GitHubAnnotationMapping {

    private static final int LONGEST_MESSAGE = 4_000;

    private GitHubAnnotationMapping() {}

    /// One that says nothing is no annotation.
    static @Nullable Annotation annotation(AnnotationJson wire) {
        String title = GitHubWords.line(wire.title());
        String message = SafeText.lines(Objects.requireNonNullElse(wire.message(), "").strip(), LONGEST_MESSAGE);
        if (title.isEmpty() && message.isEmpty()) {
            return null;
        }
        int line = line(wire.startLine());
        return new Annotation(
                GitHubWords.line(wire.path()), line, Math.max(line, line(wire.endLine())), level(wire.level()), title,
                message);
    }

    private static Annotation.Level level(@Nullable String word) {
        return switch (GitHubWords.lower(word)) {
            case "failure" -> Annotation.Level.FAILURE;
            case "warning" -> Annotation.Level.WARNING;
            case "notice" -> Annotation.Level.NOTICE;
            default -> Annotation.Level.UNKNOWN;
        };
    }

    private static int line(@Nullable Long number) {
        return number == null || number < 1 || number > Integer.MAX_VALUE ? 0 : number.intValue();
    }
}
