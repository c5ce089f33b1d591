package dev.signalbox.ui.theme;

import javafx.scene.paint.Color;

/// Colours as eyes measure them: contrast after WCAG 2.2, and distance (CIE 1976) also for those who see colours otherwise
/// (Machado, Oliveira, Fernandes 2009, at full severity).
final class SeenColour {

    private SeenColour() {}

    enum Sight {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        NO_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        NO_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        NO_BLUE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        private double channel(int row, Color c) {
            double seen = matrix[3 * row] * linear(c.getRed()) + matrix[3 * row + 1] * linear(c.getGreen())
                    + matrix[3 * row + 2] * linear(c.getBlue());
            return Math.clamp(seen, 0, 1);
        }
    }

    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double distance(Color one, Color other, Sight sight) {
        double[] a = lab(one, sight);
        double[] b = lab(other, sight);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double[] lab(Color c, Sight sight) {
        double r = sight.channel(0, c);
        double g = sight.channel(1, c);
        double b = sight.channel(2, c);
        double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
