package dev.signalbox.ui.trigger;

/// A workflow that can be chosen.
record WorkflowRow(long number, String name, String file) {

    @Override
    public String toString() {
        return name.equals(file) ? name : name + " · " + file;
    }
}
