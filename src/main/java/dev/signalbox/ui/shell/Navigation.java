package dev.signalbox.ui.shell;

/// Goes to a place, whichever screen shows it.
@FunctionalInterface
public interface Navigation {

    void go(Place place);
}
