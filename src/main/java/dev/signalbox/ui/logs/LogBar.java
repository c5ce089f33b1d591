package dev.signalbox.ui.logs;

import dev.signalbox.logs.LogQuery;
import dev.signalbox.logs.LogQuery.Option;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Texts;
import dev.signalbox.ui.words.Numbers;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands above a log: the search with its options, errors, how it is shown.
final class LogBar extends VBox {

    /// Below this width the bar has two rows.
    private static final double NARROW = 1_260;

    private final LogViewModel model;
    private final TextField search = new TextField();
    private final HBox finding = new HBox(4);
    private final HBox showing = new HBox(6);
    private LogQuery query = LogQuery.NOTHING;

    LogBar(LogViewModel model, LogMenu menu) {
        super(6);
        this.model = model;
        layOutSearch();
        layOutShowing(menu);
        finding.setMinWidth(0);
        showing.setMinWidth(0);
        HBox one = new HBox(10);
        widthProperty().subscribe(width -> {
            if (width.doubleValue() < NARROW) {
                one.getChildren().clear();
                getChildren().setAll(finding, showing);
            } else {
                getChildren().setAll(one);
                one.getChildren().setAll(finding, showing);
                HBox.setHgrow(showing, Priority.ALWAYS);
            }
        });
    }

    TextField search() {
        return search;
    }

    /// Turns one option of the search round.
    void toggle(Option option) {
        query = query.toggled(option);
        model.find(query);
    }

    private void layOutSearch() {
        search.setId("log-search");
        search.setAccessibleText("Search the log");
        search.setPrefWidth(250);
        search.setMinWidth(110);
        search.setMaxWidth(320);
        HBox.setHgrow(search, Priority.SOMETIMES);
        search.textProperty().addListener((property, before, text) -> {
            query = query.withText(text);
            model.find(query);
        });
        model.signs().lines().subscribe(count -> search.setPromptText(
                count.intValue() == 0
                        ? "Search the log"
                        : "Search " + Numbers.counted(count.longValue(), "line", "lines")));
        Label found = Texts.sub("");
        found.setId("log-found");
        found.textProperty().bind(model.hits().words());
        found.setTooltip(new Tooltip());
        found.getTooltip().textProperty().bind(model.hits().words());
        found.setMinWidth(40);
        finding.setAlignment(Pos.CENTER_LEFT);
        finding.getChildren().addAll(
                search, option("log-case", "Aa", "Match case (Alt+C)", Option.MATCH_CASE),
                option("log-word", "W", "Whole words (Alt+W)", Option.WHOLE_WORD),
                option("log-expression", ".*", "Regular expression (Alt+R)", Option.EXPRESSION),
                Buttons.icon("log-hit-previous", Feather.CHEVRON_UP, "Previous match (Shift+F3)", model::previousHit,
                        "quiet", "small"),
                Buttons.icon("log-hit-next", Feather.CHEVRON_DOWN, "Next match (F3)", model::nextHit, "quiet", "small"),
                toggle("log-filter", "Only matches", "Show only lines that match, with some around them (Alt+F)",
                        model.options().filter()),
                found);
    }

    private void layOutShowing(LogMenu menu) {
        Button errors = Buttons.of("log-errors", Feather.ARROW_DOWN, "Errors", model::nextError, "small", "quiet");
        errors.setTooltip(new Tooltip("Go to the next error (F8); the one before: Shift+F8"));
        model.signs().errors().subscribe(count -> {
            errors.setText("Errors " + Numbers.grouped(count.longValue()));
            errors.setAccessibleText(errors.getText() + ", go to the next");
            errors.setDisable(count.intValue() == 0);
        });
        ToggleButton follow =
                toggle("log-follow", "Follow", "Keep the end of the log in sight (Alt+E)", model.options().follow());
        Runnable showFollow = () -> {
            Present.when(follow, model.shown().kind().goesOn());
        };
        model.signs().layout().subscribe(showFollow);
        showFollow.run();
        Button hidden = Buttons.of("log-hidden", "", () -> model.options().raw().set(true), "small", "quiet");
        hidden.setTooltip(new Tooltip("Show lines as they were sent, with escapes (Alt+S)"));
        model.signs().hidden().subscribe(words -> {
            hidden.setText(words);
            hidden.setAccessibleText(words + ", show them");
            Present.when(hidden, !words.isEmpty());
        });
        hidden.setMinWidth(0);
        Label size = Texts.sub("");
        size.setId("log-size");
        size.setMinWidth(0);
        size.textProperty().bind(model.signs().state());
        size.setTooltip(new Tooltip());
        size.getTooltip().textProperty().bind(model.signs().state());
        showing.setAlignment(Pos.CENTER_LEFT);
        showing.getChildren().addAll(
                errors, follow, toggle("log-wrap", "Wrap", "Break long lines (Alt+Z)", model.options().wrap()), hidden,
                Texts.gap(), size, menu.button(),
                Buttons.of("log-save", "Save…", () -> menu.save(LogExcerpts.Form.SHOWN), "small"));
    }

    private ToggleButton option(String id, String text, String words, Option option) {
        ToggleButton button = button(id, text, words);
        button.getStyleClass().add("log-option");
        button.setOnAction(press -> toggle(option));
        model.hits().words().subscribe(() -> button.setSelected(query.has(option)));
        return button;
    }

    private static ToggleButton toggle(String id, String text, String words, BooleanProperty property) {
        ToggleButton button = button(id, text, words);
        button.selectedProperty().bindBidirectional(property);
        return button;
    }

    private static ToggleButton button(String id, String text, String words) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add("sb-tab");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
