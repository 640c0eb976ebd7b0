#nullable enable
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Drydock.Maas.Testing;

/// <summary>Makes an object of any type of the module with the same text in every place that holds a text, however deep.</summary>
public static class FilledObject
{
    private const int Deepest = 4;
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The object.</summary>
    public static object Make(Type type, string text) => Value(type, text, 0)!;

    private static object? Value(Type type, string text, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Value(inner, text, depth);
        if (type == typeof(string) || type == typeof(object))
            return text;
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (type == typeof(Uri))
            return new Uri("http://maas.example.com/MAAS");
        if (type == typeof(Exception))
            return new InvalidOperationException(text);
        if (depth >= Deepest)
            return null;
        if (type.IsArray)
            return List(type.GetElementType()!, text, depth, toArray: true);
        if (type.IsGenericType && type.GetInterfaces().Append(type).Contains(typeof(IEnumerable)))
            return Collection(type, text, depth);
        return type.Namespace?.StartsWith("Drydock", StringComparison.Ordinal) == true && !type.IsAbstract
            ? Filled(type, text, depth)
            : null;
    }

    private static object? Collection(Type type, string text, int depth)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 1)
            return List(arguments[0], text, depth, toArray: false);
        if (arguments.Length != 2 || arguments[0] != typeof(string))
            return null;
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        map[text] = Value(arguments[1], text, depth + 1);
        return map;
    }

    private static object List(Type item, string text, int depth, bool toArray)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (Value(item, text, depth + 1) is { } value)
            list.Add(value);
        if (!toArray)
            return list;
        var array = Array.CreateInstance(item, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private static object Filled(Type type, string text, int depth)
    {
        // Some keep a text in a form of their own, made by their constructor.
        if (type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(string)]) is { } taking)
            return taking.Invoke([text]);
        var filled = RuntimeHelpers.GetUninitializedObject(type);
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var field in level.GetFields(Own))
            {
                if (Value(field.FieldType, text, depth + 1) is not { } value || !field.FieldType.IsInstanceOfType(value))
                    continue;
                // A property may keep what it is given in a form of its own.
                if (level.GetProperty(field.Name.TrimStart('<').Split('>')[0], Own)?.GetSetMethod(nonPublic: true) is { } set)
                    set.Invoke(filled, [value]);
                else
                    field.SetValue(filled, value);
            }
        }

        return filled;
    }
}
