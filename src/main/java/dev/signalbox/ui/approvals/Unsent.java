package dev.signalbox.ui.approvals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was written or chosen for decisions and not sent: a comment, the rule to decide for. What waits may leave the
/// queue for a moment (an attempt changes, an answer is late) and come back: what was written for it must then be there,
/// and never beside anything else.
final class Unsent {

    private static final int MOST = 20;

    private final Map<ApprovalKey, String> texts = new LinkedHashMap<>();

    /// Keeps the newest few; an empty text is forgotten.
    void keep(@Nullable ApprovalKey key, String text) {
        if (key == null) {
            return;
        }
        texts.remove(key);
        if (text.isBlank()) {
            return;
        }
        texts.put(key, text);
        if (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
    }

    /// Forgets what was sent; something else that was written since stays.
    void forget(ApprovalKey key, String text) {
        if (of(key).strip().equals(text)) {
            texts.remove(key);
        }
    }

    String of(@Nullable ApprovalKey key) {
        return key == null ? "" : texts.getOrDefault(key, "");
    }
}
