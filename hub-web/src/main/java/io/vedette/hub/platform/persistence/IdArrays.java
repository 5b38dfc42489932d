package io.vedette.hub.platform.persistence;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.UUID;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLArrayJdbcType;
import org.hibernate.dialect.PostgreSQLArrayJdbcTypeConstructor;
import org.hibernate.tool.schema.extract.spi.ColumnTypeInformation;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Arrays of ids, written and read whole: the driver goes through such an array letter by letter, which for a thousand ids took
 * longer than the question they belong to. An id has no letter that would need care.
 */
final class IdArrays extends PostgreSQLArrayJdbcTypeConstructor {
    @Override
    public JdbcType resolveType(
            TypeConfiguration types, Dialect dialect, JdbcType element, @Nullable ColumnTypeInformation column) {
        return element.getDefaultSqlTypeCode() == SqlTypes.UUID
                ? new Ids(element)
                : super.resolveType(types, dialect, element, column);
    }

    /** An array as the database writes it. */
    static String text(UUID[] ids) {
        var text = new StringJoiner(",", "{", "}");
        for (UUID id : ids) {
            text.add(id.toString());
        }
        return text.toString();
    }

    /** @param text as the database writes an array without gaps */
    static UUID[] ids(String text) {
        String inner = text.substring(1, text.length() - 1);
        return inner.isEmpty()
                ? new UUID[0]
                : Arrays.stream(inner.split(",")).map(UUID::fromString).toArray(UUID[]::new);
    }

    private static final class Ids extends PostgreSQLArrayJdbcType {
        Ids(JdbcType element) {
            super(element);
        }

        @Override
        public <X> ValueBinder<X> getBinder(JavaType<X> type) {
            return new BasicBinder<>(type, this) {
                @Override
                protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                        throws SQLException {
                    var array = new PGobject();
                    array.setType("_uuid");
                    array.setValue(text(type.unwrap(value, UUID[].class, options)));
                    statement.setObject(index, array);
                }

                @Override
                protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options) {
                    throw new UnsupportedOperationException("nothing calls procedures by name");
                }
            };
        }

        @Override
        public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
            return new BasicExtractor<>(type, this) {
                @Override
                protected @Nullable X doExtract(ResultSet row, int column, WrapperOptions options) throws SQLException {
                    var array = row.getArray(column);
                    return array == null ? null : type.wrap(ids(array.toString()), options);
                }

                @Override
                protected X doExtract(CallableStatement statement, int index, WrapperOptions options) {
                    throw new UnsupportedOperationException("nothing calls procedures");
                }

                @Override
                protected X doExtract(CallableStatement statement, String name, WrapperOptions options) {
                    throw new UnsupportedOperationException("nothing calls procedures");
                }
            };
        }
    }
}
