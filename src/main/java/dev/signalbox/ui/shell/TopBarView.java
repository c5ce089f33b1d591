package dev.signalbox.ui.shell;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.keys.KeyCommand;
import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.team.TeamSign;
import dev.signalbox.ui.widget.Chip;
import dev.signalbox.ui.widget.KeyHint;
import dev.signalbox.ui.widget.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar on top: brand, search, connections, account.
final class TopBarView extends HBox {

    /// Below this width the chips say only what is wrong.
    private static final double WIDE = 1_200;

    private final HBox chips = new HBox(8);
    private final Map<String, Chip> made = new LinkedHashMap<>();
    private final Chip account = new Chip("chip-account");
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem signedIn = new MenuItem();
    private final ConnectionPopOver details;
    private final Chip team = new Chip("chip-team");
    private List<ConnectionRow> rows = List.of();
    private @Nullable TeamSign sign;

    /// @param refresh reads everything again
    TopBarView(ShellViewModel model, Runnable search, Runnable refresh) {
        details = new ConnectionPopOver(refresh, model::trust);
        setId("top-bar");
        getStyleClass().add("sb-top");
        setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(brand(), searchButton(model.keys(), search), Texts.gap(), chips, account);
        layOutMenu(model);
        team.setOnAction(e -> model.teamShownProperty().set(true));
        widthProperty().addListener((property, before, now) -> refresh());
    }

    void show(ConsoleState state, Instant now) {
        rows = ConnectionRows.chips(state.connections().values(), now);
        sign = TeamSign.of(state.team(), now).orElse(null);
        refresh();
        String login = state.connections().values().stream()
                .map(Connection::account)
                .filter(Objects::nonNull)
                .map(Account::login)
                .findFirst()
                .map(name -> SafeText.line(name, 30))
                .orElse("");
        account.show(login.isEmpty() ? "not signed in" : login, "");
        account.setAccessibleText("Account: " + account.getText());
        signedIn.setText(login.isEmpty() ? "No account is known yet" : "Acting as " + login);
    }

    private void refresh() {
        boolean wide = getWidth() >= WIDE;
        made.keySet().retainAll(rows.stream().map(ConnectionRow::id).toList());
        rows.forEach(row -> made.computeIfAbsent(row.id(), this::chip)
                .show(wide ? row.words() : row.brief(), row.tone(), row.more()));
        List<Chip> wanted = rows.stream().map(row -> made.get(row.id())).filter(Objects::nonNull).toList();
        if (!chips.getChildren().equals(wanted)) {
            chips.getChildren().setAll(wanted);
        }
        details.follow(rows);
        showTeam(wide);
        // Whatever the chip shows, a screen reader gets it whole.
        rows.forEach(row -> Objects.requireNonNull(made.get(row.id())).setAccessibleText(row.words()));
    }

    /// Where room is short, a team file that nobody needs to look at gives way; the palette leads to it all the same.
    private void showTeam(boolean wide) {
        boolean there = sign != null && (wide || !sign.quiet());
        if (there != getChildren().contains(team)) {
            if (there) {
                getChildren().add(getChildren().indexOf(account), team);
            } else {
                getChildren().remove(team);
            }
        }
        if (sign != null) {
            team.show(wide ? sign.words() : "Team file", sign.tone(), sign.banner());
            team.setAccessibleText(sign.words());
        }
    }

    private Chip chip(String id) {
        Chip chip = new Chip(id);
        chip.setOnAction(e -> rows.stream().filter(row -> row.id().equals(id)).findFirst()
                .ifPresent(row -> details.toggle(chip, row)));
        return chip;
    }

    private static HBox brand() {
        FontIcon diamond = new FontIcon(Feather.GIT_COMMIT);
        StackPane logo = new StackPane(new Group(diamond));
        logo.getStyleClass().add("sb-logo");
        Label name = new Label("Signalbox");
        name.getStyleClass().add("sb-brand");
        name.setMinWidth(USE_PREF_SIZE);
        HBox brand = new HBox(8, logo, name);
        brand.setAlignment(Pos.CENTER_LEFT);
        return brand;
    }

    private static Button searchButton(KeyTable keys, Runnable search) {
        Label words = Texts.sub("Find a service, run, commit or action…");
        KeyHint hint = new KeyHint("");
        HBox content = new HBox(8, words, Texts.gap(), hint);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId("search");
        keys.versionProperty().subscribe(version -> {
            hint.show(keys.caps(KeyCommand.FIND));
            button.setAccessibleText("Find a service, run, commit or action, " + hint.getText());
        });
        button.getStyleClass().add("sb-search");
        button.setGraphic(content);
        content.prefWidthProperty().bind(button.widthProperty().subtract(20));
        button.setPrefWidth(360);
        button.setMinWidth(190);
        button.setOnAction(e -> search.run());
        return button;
    }

    private void layOutMenu(ShellViewModel model) {
        signedIn.setDisable(true);
        KeyHint themeKeys = new KeyHint("");
        model.keys().versionProperty().subscribe(version -> themeKeys.show(model.keys().caps(KeyCommand.THEME)));
        MenuItem theme = new MenuItem("", themeKeys);
        theme.setId("switch-theme");
        theme.textProperty().bind(model.darkProperty().map(dark -> dark ? "Light theme" : "Dark theme"));
        theme.setOnAction(e -> model.switchTheme());
        MenuItem keys = new MenuItem("Keys", new KeyHint("?"));
        keys.setOnAction(e -> model.keysShownProperty().set(true));
        menu.getItems().addAll(signedIn, new SeparatorMenuItem(), theme, keys);
        account.setOnAction(e -> menu.show(account, Side.BOTTOM, 0, 4));
    }
}
