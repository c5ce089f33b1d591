package dev.signalbox.ui.approvals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Comments that were written and not sent. What waits may leave the queue for a moment (an attempt changes, an answer
/// is late) and come back: what was written for it must then be there, and never beside anything else.
final class UnsentComments {

    private static final int MOST = 20;

    private final Map<ApprovalKey, String> comments = new LinkedHashMap<>();

    /// Keeps the newest few; an empty comment is forgotten.
    void keep(@Nullable ApprovalKey key, String comment) {
        if (key == null) {
            return;
        }
        comments.remove(key);
        if (comment.isBlank()) {
            return;
        }
        comments.put(key, comment);
        if (comments.size() > MOST) {
            comments.remove(comments.keySet().iterator().next());
        }
    }

    String of(@Nullable ApprovalKey key) {
        return key == null ? "" : comments.getOrDefault(key, "");
    }
}
