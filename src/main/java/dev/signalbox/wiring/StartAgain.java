package dev.signalbox.wiring;

/// Begins anew in the same process. What is open is closed as if a person had closed its window: what the journal is
/// still owed is written first. The configuration is then read anew, and what it says is opened.
interface StartAgain {

    /// Returns at once; of several calls only the first one counts. From any thread.
    void again();
}
