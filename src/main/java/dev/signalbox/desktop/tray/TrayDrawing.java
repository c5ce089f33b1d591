package dev.signalbox.desktop.tray;

import dev.signalbox.domain.tray.TraySign;
import java.util.List;

/// Draws the icon dot by dot: each sign has a form and a figure of its own, so that nobody needs the colours, and a small
/// plate in the corner has the number of decisions that wait. Everything in a square from 0 to 1, y downwards.
final class TrayDrawing {

    /// What desktops show icons at, with room for dense displays.
    private static final List<Integer> SIZES = List.of(22, 32, 48);

    /// Each dot is the middle of this many times as many.
    private static final int FINER = 4;

    /// Beside a plate the sign is smaller, so that its figure is not hidden.
    private static final double BESIDE = 0.8;
    private static final double BADGE_X = 0.72;
    private static final double BADGE_RADIUS = 0.28;
    private static final double DIGIT_STROKE = 0.22;
    private static final int INK = 0x101418;
    private static final int PAPER = 0xffffff;

    /// The seven strokes of a digit: top, upper right, lower right, bottom, lower left, upper left, middle.
    private static final List<Stroke> STROKES = List.of(
            new Stroke(0, 0, 1, 0), new Stroke(1, 0, 1, 1), new Stroke(1, 1, 1, 2), new Stroke(0, 2, 1, 2),
            new Stroke(0, 1, 0, 2), new Stroke(0, 0, 0, 1), new Stroke(0, 1, 1, 1));

    private static final List<String> DIGITS = List.of(
            "012345", "12", "01643", "01623", "5612", "05623", "056432", "012", "0123456", "650123");

    private TrayDrawing() {}

    /// A line with round ends.
    private record Stroke(double x1, double y1, double x2, double y2) {

        boolean covers(double x, double y, double half) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double along = Math.clamp(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0, 1);
            return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= half;
        }
    }

    /// @param waiting how many decisions wait; 0 for no plate, more than nine are a plus
    static List<TrayPixmap> of(TraySign sign, int waiting) {
        return SIZES.stream().map(size -> new TrayPixmap(size, size, dots(sign, waiting, size))).toList();
    }

    private static byte[] dots(TraySign sign, int waiting, int size) {
        byte[] dots = new byte[size * size * 4];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                put(dots, (row * size + column) * 4, sign, waiting, column, row, size);
            }
        }
        return dots;
    }

    private static void put(
            byte[] dots, int at, TraySign sign, int waiting, int column, int row, int size) {
        int full = FINER * FINER;
        int seen = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < full; i++) {
            double x = (column + (i % FINER + 0.5) / FINER) / size;
            double y = (row + (i / FINER + 0.5) / FINER) / size;
            int colour = colour(sign, waiting, x, y);
            if (colour >= 0) {
                seen++;
                red += colour >> 16 & 0xff;
                green += colour >> 8 & 0xff;
                blue += colour & 0xff;
            }
        }
        int some = Math.max(1, seen);
        dots[at] = (byte) (255 * seen / full);
        dots[at + 1] = (byte) (red / some);
        dots[at + 2] = (byte) (green / some);
        dots[at + 3] = (byte) (blue / some);
    }

    /// @return red, green and blue, or -1 where nothing is
    private static int colour(TraySign sign, int waiting, double x, double y) {
        if (waiting > 0) {
            double away = Math.hypot(x - BADGE_X, y - BADGE_X);
            if (away <= BADGE_RADIUS) {
                return away > BADGE_RADIUS - 0.045 || isNumber(waiting, x, y) ? INK : PAPER;
            }
            if (away <= BADGE_RADIUS + 0.04) {
                return -1;
            }
        }
        return waiting > 0 ? colour(sign, x / BESIDE, y / BESIDE) : colour(sign, x, y);
    }

    private static int colour(TraySign sign, double x, double y) {
        if (!isForm(sign, x - 0.5, y - 0.5)) {
            return -1;
        }
        return figure(sign).stream().anyMatch(stroke -> stroke.covers(x, y, 0.065)) ? PAPER : ground(sign);
    }

    private static boolean isNumber(int waiting, double x, double y) {
        double u = (x - BADGE_X) / 0.15 + 0.5;
        double v = (y - BADGE_X) / 0.15 + 1;
        if (waiting > 9) {
            return new Stroke(-0.3, 1, 1.3, 1).covers(u, v, DIGIT_STROKE)
                    || new Stroke(0.5, 0.2, 0.5, 1.8).covers(u, v, DIGIT_STROKE);
        }
        return DIGITS.get(waiting).chars().anyMatch(c -> STROKES.get(c - '0').covers(u, v, DIGIT_STROKE));
    }

    private static boolean isForm(TraySign sign, double x, double y) {
        double wide = Math.abs(x);
        double high = Math.abs(y);
        double away = Math.hypot(x, y);
        return switch (sign) {
            case FAILING -> Math.max(wide, high) <= 0.45 && wide + high <= 0.66;
            case MOVING -> Math.max(wide, high) <= 0.44;
            case WAITING -> wide + high <= 0.5;
            case DRIFTED -> high <= 0.44 && wide <= (y + 0.46) * 0.56;
            case WELL -> away <= 0.47;
            case STALE -> away <= 0.47 && away > 0.35 || new Stroke(-0.3, 0.3, 0.3, -0.3).covers(x, y, 0.06);
        };
    }

    private static List<Stroke> figure(TraySign sign) {
        return switch (sign) {
            case FAILING -> List.of(new Stroke(0.32, 0.32, 0.68, 0.68), new Stroke(0.32, 0.68, 0.68, 0.32));
            case MOVING -> List.of(
                    new Stroke(0.22, 0.5, 0.76, 0.5), new Stroke(0.54, 0.27, 0.77, 0.5),
                    new Stroke(0.54, 0.73, 0.77, 0.5));
            case WAITING -> List.of(new Stroke(0.42, 0.34, 0.42, 0.66), new Stroke(0.58, 0.34, 0.58, 0.66));
            case DRIFTED -> List.of(new Stroke(0.5, 0.42, 0.5, 0.63), new Stroke(0.5, 0.8, 0.5, 0.81));
            case WELL -> List.of(new Stroke(0.28, 0.52, 0.44, 0.68), new Stroke(0.44, 0.68, 0.73, 0.34));
            case STALE -> List.of();
        };
    }

    private static int ground(TraySign sign) {
        return switch (sign) {
            case FAILING -> 0xd1242f;
            case MOVING -> 0x1f6feb;
            case WAITING -> 0xb35900;
            case DRIFTED -> 0x8250df;
            case WELL -> 0x1a7f37;
            case STALE -> 0x8b949e;
        };
    }
}
