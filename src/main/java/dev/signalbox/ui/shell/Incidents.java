package dev.signalbox.ui.shell;

import java.util.List;

/// The incidents of the practice team. Calls return at once.
public interface Incidents {

    List<Incident> all();

    void start(String id);

    void end(String id);
}
