using System.Management.Automation;

namespace Drydock.Maas.Shell;

/// <summary>Progress as one line that is written over, on a terminal only.</summary>
internal sealed class ProgressLine
{
    private readonly bool _visible = !Console.IsErrorRedirected && !Console.IsOutputRedirected;
    private int _shown;

    public void Show(ProgressRecord record)
    {
        if (!_visible || record.ParentActivityId >= 0)
            return;
        Clear();
        if (record.RecordType == ProgressRecordType.Completed)
            return;
        var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : "";
        var text = $"{record.Activity}: {record.StatusDescription}{percent}";
        var width = Math.Max(20, Console.WindowWidth - 1);
        text = text.Length > width ? text[..width] : text;
        Console.Error.Write(text);
        _shown = text.Length;
    }

    public void Clear()
    {
        if (_shown == 0)
            return;
        Console.Error.Write($"\r{new string(' ', _shown)}\r");
        _shown = 0;
    }
}
