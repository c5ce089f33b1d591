package dev.signalbox.ui.logs;

import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The numbers from 0 up, as the items of a list that looks its rows up by number. Takes no room.
final class LineNumbers extends ObservableListBase<Integer> {

    private int size;

    LineNumbers(int size) {
        this.size = size;
    }

    /// Adds numbers at the end; a list that shows them stays where it is.
    void growTo(int next) {
        if (next > size) {
            beginChange();
            nextAdd(size, next);
            size = next;
            endChange();
        }
    }

    @Override
    public Integer get(int index) {
        return index;
    }

    /// Asked by the list when its items change; looking through millions of them would stop the screen.
    @Override
    public int indexOf(@Nullable Object item) {
        return item instanceof Integer number && number >= 0 && number < size ? number : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object item) {
        return indexOf(item);
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return indexOf(item) >= 0;
    }

    @Override
    public int size() {
        return size;
    }
}
