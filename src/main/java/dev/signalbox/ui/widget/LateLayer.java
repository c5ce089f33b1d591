package dev.signalbox.ui.widget;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// A layer that is made when it first opens.
public final class LateLayer implements Layer {

    private final ObservableValue<Boolean> open;
    private final Late<Layer> layer;

    /// @param open whether it is open, the same as that of the layer
    /// @param maker makes the layer; it must show what its model knows by then
    public LateLayer(ObservableValue<Boolean> open, Supplier<Layer> maker) {
        this.open = open;
        this.layer = new Late<>(maker);
    }

    @Override
    public Region node() {
        return layer.get().node();
    }

    @Override
    public ObservableValue<Boolean> open() {
        return open;
    }

    @Override
    public void dismiss() {
        layer.ifMade().ifPresent(Layer::dismiss);
    }

    @Override
    public void takeFocus() {
        layer.get().takeFocus();
    }
}
