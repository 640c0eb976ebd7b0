using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>Writes a state as a list of objects that refer to one another by number: no depth, no copies.</summary>
internal sealed class StateWriter(Utf8JsonWriter writer)
{
    public const string Format = "Drydock.Maas.Simulator";

    // Grows when an older release would misread the file, or when a class or member is renamed or removed; then StateUpgrade translates the older one.
    public const int Version = 4;

    private readonly Dictionary<object, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _open = new();

    public void Write(SimulatorState state)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        writer.WriteNumber("speed", state.Clock.Speed);
        writer.WriteString("now", state.Clock.Now);
        writer.WriteNumber("state", GetId(state));
        writer.WritePropertyName("events");
        WriteValue(state.Transitions.Pending, typeof(IReadOnlyList<PendingTransition>));
        writer.WriteStartArray("objects");
        while (_open.TryDequeue(out var item))
            WriteObject(item);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteObject(object item)
    {
        writer.WriteStartObject();
        writer.WriteNumber("$id", _ids[item]);
        writer.WriteString("$type", item.GetType().Name);
        foreach (var member in StateShape.GetMembers(item.GetType()))
        {
            writer.WritePropertyName(member.Name);
            WriteValue(member.Get(item), member.Type);
        }

        writer.WriteEndObject();
        if (writer.BytesPending > 1 << 16)
            writer.Flush();
    }

    private void WriteValue(object? value, Type type)
    {
        if (value is null)
            writer.WriteNullValue();
        else if (ValueCodec.IsPlain(value.GetType()))
            ValueCodec.Write(writer, value);
        else if (value is IDictionary dictionary)
            WriteDictionary(dictionary, type.GetGenericArguments()[1]);
        else if (value is ITuple tuple)
            WriteTuple(tuple);
        else if (value is IEnumerable items && StateShape.IsCollection(type))
            WriteList(items);
        else
            writer.WriteNumberValue(GetId(value));
    }

    private void WriteDictionary(IDictionary dictionary, Type valueType)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            writer.WritePropertyName((string)entry.Key);
            WriteValue(entry.Value, valueType);
        }

        writer.WriteEndObject();
    }

    private void WriteTuple(ITuple tuple)
    {
        writer.WriteStartArray();
        for (var i = 0; i < tuple.Length; i++)
            WriteValue(tuple[i], tuple[i]?.GetType() ?? typeof(object));
        writer.WriteEndArray();
    }

    private void WriteList(IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            WriteValue(item, item?.GetType() ?? typeof(object));
        writer.WriteEndArray();
    }

    private int GetId(object item)
    {
        if (_ids.TryGetValue(item, out var id))
            return id;
        _open.Enqueue(item);
        return _ids[item] = _ids.Count;
    }
}
