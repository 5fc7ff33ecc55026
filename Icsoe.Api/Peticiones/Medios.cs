namespace Icsoe.Api.Peticiones;

/// <summary>Media types of the files that people send.</summary>
public static class Medios
{
    public const string Csv = "text/csv";

    public const string Ndjson = "application/x-ndjson";

    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
