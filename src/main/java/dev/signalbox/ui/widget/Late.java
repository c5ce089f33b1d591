package dev.signalbox.ui.widget;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is made when it is first asked for, so that a start does not pay for what nobody looks at yet. On the
/// screen's thread only.
public final class Late<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    /// @param maker called once at most; what it makes must show what is known by then
    public Late(Supplier<T> maker) {
        this.maker = maker;
    }

    /// The same every time.
    public T get() {
        T there = made;
        if (there == null) {
            there = maker.get();
            made = there;
        }
        return there;
    }

    /// It, unless nobody has asked for it yet.
    public Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
