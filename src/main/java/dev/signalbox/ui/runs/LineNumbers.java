package dev.signalbox.ui.runs;

import javafx.collections.ObservableListBase;

/// The numbers from 0 up, as the items of a list that looks its lines up by number. Takes no room.
final class LineNumbers extends ObservableListBase<Integer> {

    private final int size;

    LineNumbers(int size) {
        this.size = size;
    }

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }
}
