package dev.signalbox.ui.theme;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// The appearance in force. Whoever changes it changes every scene that it dresses, at once. On the screen's thread.
public final class Look {

    private final SystemLook system;
    private final Subscription hearing;

    /// @param system what the system says; heard for as long as the toolkit runs
    /// @param preset what is in force when nothing is remembered
    public Look(SystemLook system, AppearanceMemory memory, Appearance preset) {
        this.system = system;
        appearance.set(memory.load().orElse(preset));
        appearance.addListener((property, before, now) -> {
            memory.save(now);
            follow();
        });
        hearing = Subscription.combine(
                system.dark().subscribe(now -> follow()), system.still().subscribe(now -> follow()));
        // The switch of the top bar: whoever flips it wants what is seen, whatever the system does later.
        dark.addListener((property, before, now) -> {
            if (now != isDark()) {
                appearance.set(appearance.get().with(now ? Appearance.Colours.DARK : Appearance.Colours.LIGHT));
            }
        });
    }

    /// Remembers nothing and follows nobody.
    public static Look plain(Appearance appearance) {
        return new Look(SystemLook.of(appearance.colours()), new Forgetful(), appearance);
    }

    // Properties

    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.USUAL);
    private final BooleanProperty dark = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper(false);

    /// What somebody chose.
    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /// Whether it is dark now, by choice or by the system. Setting it is a choice.
    public BooleanProperty darkProperty() {
        return dark;
    }

    /// Whether nothing may glide now.
    public ReadOnlyBooleanProperty stillProperty() {
        return still.getReadOnlyProperty();
    }

    /// The size of everything, 1 for 100 %.
    public ObservableValue<Double> zoom() {
        return appearance.map(chosen -> chosen.percent() / 100.0);
    }

    // Commands

    /// Dresses the scene now and at every change.
    public Subscription dress(Scene scene) {
        Subscription both = Subscription.combine(
                dark.subscribe(now -> applyTo(scene)), still.subscribe(now -> applyTo(scene)));
        return both.and(appearance.subscribe(now -> applyTo(scene)));
    }

    /// The colours in force now, for what no sheet dresses.
    public TokenColours tokens() {
        return theme().tokens(appearance.get().palette());
    }

    /// Hears the system no more.
    public void close() {
        hearing.unsubscribe();
    }

    private void applyTo(Scene scene) {
        theme().applyTo(scene, appearance.get(), still.get());
    }

    private Theme theme() {
        return dark.get() ? Theme.DARK : Theme.LIGHT;
    }

    private boolean isDark() {
        return switch (appearance.get().colours()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> system.dark().getValue();
        };
    }

    private void follow() {
        dark.set(isDark());
        still.set(appearance.get().motion() == Appearance.Motion.REDUCED || system.still().getValue());
    }

    private static final class Forgetful implements AppearanceMemory {

        @Override
        public Optional<Appearance> load() {
            return Optional.empty();
        }

        @Override
        public void save(Appearance appearance) {
            // Nobody asked for it to be kept.
        }
    }
}
