package dev.signalbox.history;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a record is taken apart and made.
record RecordShape(List<RecordComponent> parts, Constructor<?> maker) {

    static RecordShape of(Class<?> type) {
        List<RecordComponent> parts = List.of(type.getRecordComponents());
        try {
            return new RecordShape(
                    parts,
                    type.getDeclaredConstructor(
                            Stream.of(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new)));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("A record without its constructor: " + type, impossible);
        }
    }

    @Nullable
    Object part(Record one, int index) {
        try {
            return parts.get(index).getAccessor().invoke(one);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("Not to be taken apart: " + one.getClass(), hidden);
        }
    }

    Object make(@Nullable Object[] values) {
        try {
            return maker.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("Not to be made: " + maker.getDeclaringClass(), refused);
        }
    }
}
