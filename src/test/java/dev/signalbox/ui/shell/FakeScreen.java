package dev.signalbox.ui.shell;

import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A screen that writes down what the shell does with it.
final class FakeScreen implements Screen {

    final List<String> heard = new ArrayList<>();
    final TextField field = new TextField();
    final Button button = new Button("in the screen");
    List<KeyLine> keys = List.of();
    List<KeyGroup> partKeys = List.of();
    int waiting;

    private final String id;
    private final VBox node = new VBox(field, button);

    FakeScreen(String id) {
        this.id = id;
        field.setId(id + "-field");
        button.setId(id + "-button");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
    }

    @Override
    public Feather icon() {
        return Feather.GRID;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(ConsoleState state, Instant now) {
        heard.add("shows " + state.connections().size() + " connections");
    }

    @Override
    public int waiting(ConsoleState state) {
        return waiting;
    }

    @Override
    public List<KeyLine> keys() {
        return keys;
    }

    @Override
    public List<KeyGroup> partKeys() {
        return partKeys;
    }

    @Override
    public void pressed(KeyEvent key) {
        heard.add("key " + key.getCode());
    }

    @Override
    public void shown() {
        heard.add("shown");
        button.requestFocus();
    }
}
