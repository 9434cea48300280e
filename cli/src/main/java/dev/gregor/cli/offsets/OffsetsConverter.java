package dev.gregor.cli.offsets;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Makes {@link Offsets} of an option's value: {@code @Option(converter = OffsetsConverter.class)}; misuse is exit code 2. */
public final class OffsetsConverter implements ITypeConverter<Offsets> {
    @Override
    public Offsets convert(String value) {
        try {
            return OffsetParser.ofSystem().ranges(value);
        } catch (OffsetSyntaxException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }

    /** The same where each partition needs a single place. */
    public static final class Points implements ITypeConverter<Offsets> {
        @Override
        public Offsets convert(String value) {
            try {
                return OffsetParser.ofSystem().points(value);
            } catch (OffsetSyntaxException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
