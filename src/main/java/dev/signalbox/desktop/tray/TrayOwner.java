package dev.signalbox.desktop.tray;

/// Whose icon it is: told what a person does with it. From any thread; nothing here may block.
public interface TrayOwner {

    /// The window is wanted.
    ///
    /// @param link where it is to lead, as the face said; empty for just the window
    void opened(String link);

    /// The console is to end.
    void quit();

    /// Whether people can see the icon now, each time when that changes.
    void stands(TrayStanding standing);
}
