package dev.signalbox.ui.board;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The board's screen: filters, rows, and the drawer of what is chosen.
final class BoardView extends BorderPane {

    private static final double NARROW = 1100;
    private static final int PAGE = 10;
    private static final KeyCombination ROLL_BACK = KeyCombination.valueOf("Shortcut+R");
    private static final KeyCombination ALL_GROUPS = KeyCombination.valueOf("Shortcut+G");
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");

    private final BoardViewModel model;
    private final Navigation navigation;
    private final Map<BoardFilter, ToggleButton> tabs = new EnumMap<>(BoardFilter.class);
    private final TextField search = new TextField();
    private final Label empty = Texts.wrapped("", "sb-sub");
    private final VBox problems = new VBox(2);
    private final BoardList list;
    private final HBox bar = new HBox(6);
    private final Button triggerButton;

    /// @param trigger asks which workflow to start
    BoardView(
            BoardViewModel model,
            Navigation navigation,
            Runnable trigger,
            Consumer<URI> openPage,
            PodLogViewModel podLog) {
        this.model = model;
        this.navigation = navigation;
        triggerButton = Buttons.of("trigger", Feather.PLAY, "Trigger…", trigger);
        setId("board");
        getStylesheets().add(Objects.requireNonNull(BoardView.class.getResource("board.css")).toExternalForm());
        list = new BoardList(model, new ServiceLine.Listener() {
            @Override
            public void cell(String service, String environment) {
                model.select(service, environment);
                focusList();
            }

            @Override
            public void signal(SignalRow signal) {
                goTo(signal);
            }
        });
        VBox page = new VBox(layOutBar(), problems, layOutList());
        page.getStyleClass().add("sb-page");
        page.setMinWidth(0);
        setCenter(page);
        DrawerView drawer = new DrawerView(model, navigation, openPage, podLog);
        setRight(drawer);
        widthProperty().subscribe(w -> {
            boolean narrow = w.doubleValue() < NARROW;
            drawer.narrow(narrow);
            fitSearch();
            triggerButton.setText(narrow ? "" : "Trigger…");
        });
        model.problems().subscribe(this::showProblems);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Where there is little room the search is shown only while somebody types, or while it filters.
    private void fitSearch() {
        boolean there = getWidth() >= NARROW || search.isFocused() || !search.getText().isEmpty();
        search.setManaged(there);
        search.setVisible(there);
    }

    void focusList() {
        list.list().requestFocus();
    }

    void reveal(String service) {
        list.reveal(service);
    }

    private Node layOutBar() {
        ToggleGroup group = new ToggleGroup();
        bar.setId("board-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        Label title = Texts.title("Board");
        title.setMinWidth(USE_PREF_SIZE);
        bar.getChildren().add(title);
        for (BoardFilter filter : BoardFilter.values()) {
            ToggleButton tab = new ToggleButton(filter.title());
            tab.setId("filter-" + filter.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            tab.getStyleClass().add("sb-tab");
            tab.setMinWidth(USE_PREF_SIZE);
            tab.setToggleGroup(group);
            tab.setGraphic(new Label("0"));
            tab.setOnAction(e -> {
                // A toggle that is pressed again lets go; one filter always holds.
                tab.setSelected(true);
                model.choose(filter);
            });
            tabs.put(filter, tab);
            bar.getChildren().add(tab);
        }
        search.setId("board-search");
        search.setPromptText("Filter services");
        search.setAccessibleText("Filter services by name, group, version, branch or person");
        search.setPrefWidth(160);
        search.setMinWidth(60);
        search.textProperty().subscribe(model::find);
        search.focusedProperty().subscribe(this::fitSearch);
        bar.getChildren().addAll(
                Texts.gap(), search, triggerButton);
        model.filter().subscribe(f -> Objects.requireNonNull(tabs.get(f)).setSelected(true));
        model.counts().subscribe(counts -> counts.forEach((filter, count) -> {
            ToggleButton tab = Objects.requireNonNull(tabs.get(filter));
            ((Label) tab.getGraphic()).setText(count.toString());
            tab.setAccessibleText(filter.title() + ", " + count);
        }));
        return bar;
    }

    private Node layOutList() {
        StackPane pane = new StackPane(list, empty);
        empty.setId("board-empty");
        empty.setMouseTransparent(true);
        model.emptyWords().subscribe(words -> {
            empty.setText(words);
            empty.setVisible(!words.isEmpty());
        });
        pane.setMinWidth(0);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private void showProblems(List<String> sentences) {
        Present.when(problems, !sentences.isEmpty());
        problems.getChildren().setAll(sentences.stream()
                .limit(4)
                .map(s -> (Node) Texts.wrapped(s, "sb-warn"))
                .toList());
        if (sentences.size() > 4) {
            problems.getChildren().add(Texts.sub("… and " + (sentences.size() - 4) + " more"));
        }
    }

    private void goTo(SignalRow signal) {
        RunId run = signal.run();
        if (run == null) {
            return;
        }
        navigation.go(signal.count() > 0
                ? new Place.AtApproval(run, signal.environment())
                : new Place.AtRun(run));
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextField;
        if (ALL_GROUPS.match(event)) {
            model.toggleAllGroups();
        } else if (ROLL_BACK.match(event)) {
            model.rollBack();
        } else if (FIND.match(event)) {
            search.setManaged(true);
            search.setVisible(true);
            search.requestFocus();
        } else if (typing && event.getCode() == KeyCode.DOWN) {
            focusList();
            moved(KeyCode.DOWN);
        } else if (event.getCode() == KeyCode.ESCAPE && typing) {
            search.clear();
            focusList();
        } else if (event.getCode() == KeyCode.ESCAPE && model.selection().get() != null) {
            model.closeDrawer();
        } else if (!typing && list.list().isFocused() && !event.isShortcutDown()) {
            if (!moved(event.getCode()) && !acted(event.getCode())) {
                return;
            }
        } else {
            return;
        }
        event.consume();
    }

    /// What keys do with the chosen cell beside moving on.
    private boolean acted(KeyCode code) {
        switch (code) {
            case ENTER -> enter();
            case SPACE -> model.toggleChosenGroup();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enter() {
        if (model.isTile()) {
            model.toggleChosenGroup();
            revealChosen();
        } else {
            model.signalBefore().ifPresent(this::goTo);
        }
    }

    private boolean moved(KeyCode code) {
        switch (code) {
            case DOWN -> model.move(1, 0);
            case UP -> model.move(-1, 0);
            case LEFT -> model.move(0, -1);
            case RIGHT -> model.move(0, 1);
            case PAGE_DOWN -> page(1);
            case PAGE_UP -> page(-1);
            default -> {
                return false;
            }
        }
        revealChosen();
        return true;
    }

    private void page(int direction) {
        for (int i = 0; i < PAGE; i++) {
            model.move(direction, 0);
        }
    }

    private void revealChosen() {
        Selection at = model.selection().get();
        if (at != null) {
            list.reveal(at.service());
        }
    }
}
