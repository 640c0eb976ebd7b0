using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>The metadata tokens in the code of a method (ECMA-335, III).</summary>
internal static class CodeTokens
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => (int)(ushort)c.Value, c => c.OperandType);

    public static IEnumerable<int> Read(ImmutableArray<byte> code)
    {
        for (var at = 0; at < code.Length;)
        {
            int instruction = code[at++];
            if (instruction == 0xFE)
                instruction = 0xFE00 | code[at++];
            var operand = Operands[instruction];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return ReadNumber(code, at);
            at += GetSize(operand, code, at);
        }
    }

    private static int ReadNumber(ImmutableArray<byte> code, int at) => BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at, 4));

    private static int GetSize(OperandType operand, ImmutableArray<byte> code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * ReadNumber(code, at)),
        _ => 4,
    };
}
