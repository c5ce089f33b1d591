package dev.signalbox.ui.board;

import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.ui.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The names of the board's columns, above its rows.
final class HeadingLine extends Region {

    private static final double HEIGHT = 28;

    private final Label service = Texts.section("Service");
    private final Label build = Texts.section("Build");
    private final List<Label> environments = new ArrayList<>();

    HeadingLine() {
        getStyleClass().add("board-heading");
        setMinSize(0, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(service, build);
    }

    void show(List<EnvironmentSpec> names) {
        getChildren().removeAll(environments);
        environments.clear();
        names.forEach(e -> environments.add(heading(e)));
        getChildren().addAll(environments);
    }

    /// Production wears a colour and a shield.
    private static Label heading(EnvironmentSpec environment) {
        Label label = Texts.section(environment.name());
        if (environment.production()) {
            label.setGraphic(new FontIcon(Feather.SHIELD));
            label.getStyleClass().add("sb-production");
            label.setAccessibleText(environment.name() + ", production");
        }
        return label;
    }

    @Override
    protected void layoutChildren() {
        Columns columns = Columns.of(getWidth(), environments.size());
        place(service, columns.left(), columns.service());
        build.setVisible(columns.build() > 0);
        place(build, columns.buildAt(), columns.build());
        for (int i = 0; i < environments.size(); i++) {
            place(environments.get(i), columns.cellAt(i), columns.cell());
        }
    }

    private static void place(Label label, double x, double width) {
        label.resizeRelocate(x, 0, width, HEIGHT);
    }
}
