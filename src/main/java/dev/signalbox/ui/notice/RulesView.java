package dev.signalbox.ui.notice;

import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.notice.NoticeRule;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The rules that there are, and a line to add one.
final class RulesView extends VBox {

    private final ObjectProperty<NoticeWishes> wishes;
    private final VBox list = new VBox(4);
    private final ComboBox<NoticeRule.Scope> scope = new ComboBox<>();
    private final TextField name = new TextField();
    private final Map<NoticeKind, CheckMenuItem> kinds = new EnumMap<>(NoticeKind.class);
    private final MenuButton told = new MenuButton("Nothing is told");

    RulesView(ObjectProperty<NoticeWishes> wishes) {
        super(10);
        this.wishes = wishes;
        setId("notices-rules");
        getChildren().addAll(list, adding());
        wishes.subscribe(this::show);
    }

    private FlowPane adding() {
        scope.setId("rule-scope");
        scope.getItems().setAll(NoticeRule.Scope.values());
        scope.setConverter(new StringConverter<>() {
            @Override
            public String toString(NoticeRule.Scope value) {
                return KindWords.of(value);
            }

            @Override
            public NoticeRule.Scope fromString(String text) {
                return NoticeRule.Scope.SERVICE;
            }
        });
        scope.setValue(NoticeRule.Scope.SERVICE);
        scope.setAccessibleText("What the new rule is about");
        scope.setMinWidth(Region.USE_PREF_SIZE);
        name.setId("rule-name");
        name.setPromptText("its exact name");
        name.setAccessibleText("Name of the service, environment or group");
        told.setId("rule-kinds");
        told.setAccessibleText("What the new rule tells");
        told.setMaxWidth(320);
        for (NoticeKind kind : NoticeKind.values()) {
            CheckMenuItem item = new CheckMenuItem(KindWords.of(kind));
            item.setOnAction(press -> told.setText(KindWords.of(chosen())));
            kinds.put(kind, item);
            told.getItems().add(item);
        }
        Button add = new Button("Add rule");
        add.setId("rule-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.disableProperty().bind(name.textProperty().map(String::isBlank));
        add.setOnAction(press -> add());
        name.setOnAction(press -> add.fire());
        scope.setMinWidth(Region.USE_PREF_SIZE);
        told.setMinWidth(Region.USE_PREF_SIZE);
        // Where room is short the parts go below each other.
        FlowPane line = new FlowPane(8, 8, scope, name, told, add);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Set<NoticeKind> chosen() {
        Set<NoticeKind> chosen = EnumSet.noneOf(NoticeKind.class);
        kinds.forEach((kind, item) -> {
            if (item.isSelected()) {
                chosen.add(kind);
            }
        });
        return chosen;
    }

    private void add() {
        NoticeRule rule = new NoticeRule(scope.getValue(), name.getText().strip(), chosen());
        List<NoticeRule> rules = new ArrayList<>(wishes.get().rules());
        rules.removeIf(old -> old.scope() == rule.scope() && old.name().equals(rule.name()));
        rules.add(rule);
        set(rules);
        name.clear();
    }

    private void set(List<NoticeRule> rules) {
        NoticeWishes w = wishes.get();
        wishes.set(new NoticeWishes(w.on(), w.kinds(), rules, w.quiet(), w.snoozedUntil()));
    }

    private void show(NoticeWishes now) {
        list.getChildren().setAll(now.rules().stream().map(this::line).toList());
        list.setManaged(!now.rules().isEmpty());
    }

    private HBox line(NoticeRule rule) {
        Label about = Texts.strong(KindWords.of(rule.scope()) + " " + SafeText.line(rule.name(), 60));
        about.setMinWidth(Region.USE_PREF_SIZE);
        Label words = Texts.sub(KindWords.of(rule.kinds()));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button remove = new Button("Remove");
        remove.getStyleClass().add("small");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setAccessibleText("Remove the rule for " + about.getText());
        remove.setOnAction(press -> set(wishes.get().rules().stream().filter(r -> !r.equals(rule)).toList()));
        HBox line = new HBox(12, about, words, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
