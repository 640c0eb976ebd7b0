namespace Drydock.Maas.Tasks;

/// <summary>One line of a task's live view.</summary>
/// <param name="Id">Its place: 0 for the task, then groups, then steps.</param>
/// <param name="Activity">What it is about.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Operation">What goes on, of a few nodes.</param>
/// <param name="Percent">From 0 to 100; negative when unknown.</param>
public sealed record TaskProgressRow(int Id, string Activity, string Status, string Operation, int Percent);
