package dev.signalbox.history;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Writes and reads trees of records by what their components are: records, sealed families of them, enums, lists, sets,
/// maps, texts, numbers and times. The shape of all of them has a fingerprint, so that what another version wrote is known
/// before a byte of it is taken for something else.
///
/// @param <R> the outermost record
final class RecordCodec<R extends Record> {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_ITEMS = 1 << 20;

    private final Class<R> root;
    private final UnaryOperator<String> texts;
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private final long fingerprint;

    /// @param texts what is written in place of each text
    RecordCodec(Class<R> root, UnaryOperator<String> texts) {
        this.root = root;
        this.texts = texts;
        Map<String, String> all = new TreeMap<>();
        describe(root, all);
        CRC32 sum = new CRC32();
        sum.update(all.toString().getBytes(StandardCharsets.UTF_8));
        fingerprint = sum.getValue();
    }

    long fingerprint() {
        return fingerprint;
    }

    private void describe(Type type, Map<String, String> all) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                describe(argument, all);
            }
        } else if (type instanceof Class<?> c && !all.containsKey(c.getName())) {
            if (c.isRecord()) {
                RecordShape shape = RecordShape.of(c);
                shapes.put(c, shape);
                StringBuilder words = new StringBuilder();
                all.put(c.getName(), "");
                for (RecordComponent part : shape.parts()) {
                    words.append(part.getName()).append(':').append(part.getGenericType()).append(';');
                    describe(part.getGenericType(), all);
                }
                all.put(c.getName(), words.toString());
            } else if (c.isSealed()) {
                all.put(c.getName(), List.of(c.getPermittedSubclasses()).toString());
                List.of(c.getPermittedSubclasses()).forEach(one -> describe(one, all));
            } else if (c.isEnum()) {
                all.put(c.getName(), List.of(c.getEnumConstants()).toString());
            }
        }
    }

    void write(R value, DataOutputStream out) throws IOException {
        write(root, value, out);
    }

    R read(DataInputStream in) throws IOException {
        Object value = read(root, in);
        if (value == null) {
            throw new IOException("Nothing is there");
        }
        return root.cast(value);
    }

    private void write(Type type, @Nullable Object value, DataOutputStream out) throws IOException {
        if (type instanceof Class<?> c && c.isPrimitive()) {
            primitive(value, out);
            return;
        }
        out.writeBoolean(value != null);
        switch (value) {
            case null -> {
                // said already
            }
            case Map<?, ?> map -> {
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(argument(type, 0), entry.getKey(), out);
                    write(argument(type, 1), entry.getValue(), out);
                }
            }
            case Collection<?> items -> {
                out.writeInt(items.size());
                for (Object item : items) {
                    write(argument(type, 0), item, out);
                }
            }
            case String text -> text(texts.apply(text), out);
            case Enum<?> one -> out.writeInt(one.ordinal());
            case Instant at -> {
                out.writeLong(at.getEpochSecond());
                out.writeInt(at.getNano());
            }
            case Duration length -> {
                out.writeLong(length.getSeconds());
                out.writeInt(length.getNano());
            }
            case URI page -> text(texts.apply(page.toString()), out);
            case Long number -> out.writeLong(number);
            case Record one -> {
                if (type instanceof Class<?> family && family.isSealed()) {
                    out.writeInt(List.of(family.getPermittedSubclasses()).indexOf(one.getClass()));
                }
                RecordShape shape = shape(one.getClass());
                for (int i = 0; i < shape.parts().size(); i++) {
                    write(shape.parts().get(i).getGenericType(), shape.part(one, i), out);
                }
            }
            default -> throw new IllegalStateException("No way to write a " + value.getClass());
        }
    }

    private static void primitive(@Nullable Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case Boolean yes -> out.writeBoolean(yes);
            case Integer number -> out.writeInt(number);
            case Long number -> out.writeLong(number);
            case Double number -> out.writeDouble(number);
            case null, default -> throw new IllegalStateException("No way to write it");
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_TEXT) {
            throw new IOException("A text is too long to be kept");
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private @Nullable Object read(Type type, DataInputStream in) throws IOException {
        if (type instanceof ParameterizedType generic) {
            return in.readBoolean() ? items(generic, in) : null;
        }
        if (!(type instanceof Class<?> c)) {
            throw new IllegalStateException("No way to read " + type);
        }
        if (c.isPrimitive()) {
            return primitive(c, in);
        }
        if (!in.readBoolean()) {
            return null;
        }
        if (c.isSealed()) {
            return one(shape(c.getPermittedSubclasses()[in.readInt()]), in);
        }
        if (c.isRecord()) {
            return one(shape(c), in);
        }
        if (c.isEnum()) {
            return c.getEnumConstants()[in.readInt()];
        }
        return switch (c.getSimpleName()) {
            case "String" -> text(in);
            case "Instant" -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case "Duration" -> Duration.ofSeconds(in.readLong(), in.readInt());
            case "URI" -> URI.create(text(in));
            case "Long" -> in.readLong();
            default -> throw new IllegalStateException("No way to read a " + c);
        };
    }

    private static Object primitive(Class<?> type, DataInputStream in) throws IOException {
        return switch (type.getName()) {
            case "boolean" -> in.readBoolean();
            case "int" -> in.readInt();
            case "long" -> in.readLong();
            case "double" -> in.readDouble();
            default -> throw new IllegalStateException("No way to read a " + type);
        };
    }

    private Object items(ParameterizedType type, DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ITEMS) {
            throw new IOException("Too many of them");
        }
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Map.class) {
            Map<Object, @Nullable Object> map = new HashMap<>();
            for (int i = 0; i < count; i++) {
                map.put(String.valueOf(read(argument(type, 0), in)), read(argument(type, 1), in));
            }
            return Map.copyOf(map);
        }
        Collection<@Nullable Object> items = raw == Set.class ? new HashSet<>() : new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(read(argument(type, 0), in));
        }
        return raw == Set.class ? Set.copyOf(items) : List.copyOf(items);
    }

    private Object one(RecordShape shape, DataInputStream in) throws IOException {
        @Nullable
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(shape.parts().get(i).getGenericType(), in);
        }
        return shape.make(values);
    }

    private RecordShape shape(Class<?> type) {
        RecordShape shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalStateException(type + " is not among what is kept");
        }
        return shape;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("A text is too long");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
