using System.Collections;
using System.Data.Common;

namespace Senim.Storage.Tests.TransactSql.Server;

/// <summary>Rows of whatever columns are asked for.</summary>
/// <param name="rows">Of each result set.</param>
/// <param name="columns">Names of its columns.</param>
/// <param name="value">Of a row and a column, both from 0, as a type; null for the type's own nothing.</param>
internal sealed class AnyRows(int rows, IReadOnlyList<string> columns, Func<int, int, Type, object?> value) : DbDataReader
{
    private int read;

    public override int Depth => 0;

    public override int FieldCount => columns.Count;

    public override bool HasRows => rows > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => 1;

    public override object this[int ordinal] => throw new NotSupportedException();

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => read++ < rows;

    public override bool NextResult()
    {
        read = 0;
        return true;
    }

    public override bool IsDBNull(int ordinal) => false;

    public override T GetFieldValue<T>(int ordinal) => Of<T>(ordinal);

    public override bool GetBoolean(int ordinal) => Of<bool>(ordinal);

    public override byte GetByte(int ordinal) => Of<byte>(ordinal);

    public override char GetChar(int ordinal) => Of<char>(ordinal);

    public override DateTime GetDateTime(int ordinal) => Of<DateTime>(ordinal);

    public override decimal GetDecimal(int ordinal) => Of<decimal>(ordinal);

    public override double GetDouble(int ordinal) => Of<double>(ordinal);

    public override float GetFloat(int ordinal) => Of<float>(ordinal);

    public override Guid GetGuid(int ordinal) => Of<Guid>(ordinal);

    public override short GetInt16(int ordinal) => Of<short>(ordinal);

    public override int GetInt32(int ordinal) => Of<int>(ordinal);

    public override long GetInt64(int ordinal) => Of<long>(ordinal);

    public override string GetString(int ordinal) => Of<string>(ordinal);

    public override string GetName(int ordinal) => columns[ordinal];

    public override int GetOrdinal(string name) => throw new NotSupportedException();

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => throw new NotSupportedException();

    public override object GetValue(int ordinal) => throw new NotSupportedException();

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    private T Of<T>(int ordinal) => value(read - 1, ordinal, typeof(T)) is T known ? known : Nothing<T>();

    private static T Nothing<T>() =>
        typeof(T) == typeof(string) ? (T)(object)"0"
        : typeof(T) == typeof(byte[]) ? (T)(object)new byte[16]
        : default!;
}
