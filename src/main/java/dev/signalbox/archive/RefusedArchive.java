package dev.signalbox.archive;

import java.io.IOException;

/// An archive that is not what it claims to be, or that wants more than it may have. The message is a sentence for
/// people, safe to show; it names the entry where one is at fault.
public final class RefusedArchive extends IOException {

    private static final long serialVersionUID = 1;

    /// @param why a sentence without a full stop
    public RefusedArchive(String why) {
        super(why);
    }
}
