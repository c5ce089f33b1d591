package dev.signalbox.ui.theme;

/// How somebody wants the console to look.
///
/// @param percent size of text and of everything around it, from 80 to 150
public record Appearance(Colours colours, Density density, int percent, Palette palette, Motion motion) {

    /// As it is until somebody chooses.
    public static final Appearance USUAL =
            new Appearance(Colours.DARK, Density.NORMAL, 100, Palette.USUAL, Motion.SYSTEM);

    public Appearance {
        percent = Math.clamp(percent, 80, 150);
    }

    /// Dark or light.
    public enum Colours {
        DARK,
        LIGHT,
        /// Whatever the system has now.
        SYSTEM
    }

    /// How much room there is around things.
    public enum Density {
        NORMAL,
        COMPACT
    }

    /// Which colours say how something stands.
    public enum Palette {
        USUAL,
        /// Told apart also by people who see red and green alike.
        SAFE
    }

    /// Whether things may glide.
    public enum Motion {
        /// As the system has it.
        SYSTEM,
        REDUCED
    }

    public Appearance with(Colours other) {
        return new Appearance(other, density, percent, palette, motion);
    }

    public Appearance with(Density other) {
        return new Appearance(colours, other, percent, palette, motion);
    }

    public Appearance with(int otherPercent) {
        return new Appearance(colours, density, otherPercent, palette, motion);
    }

    public Appearance with(Palette other) {
        return new Appearance(colours, density, percent, other, motion);
    }

    public Appearance with(Motion other) {
        return new Appearance(colours, density, percent, palette, other);
    }
}
