namespace JingJian.Tools.Words;

/// <summary>A square matrix of which nearly all entries are 0, row by row.</summary>
/// <param name="Starts">Where each row begins, and the end.</param>
/// <param name="Columns">The column of each entry, ascending in a row.</param>
/// <param name="Values">The entries.</param>
internal sealed record SparseMatrix(int[] Starts, int[] Columns, float[] Values)
{
    public int Size => Starts.Length - 1;

    /// <summary>Rows and columns exchanged.</summary>
    public SparseMatrix Transposed()
    {
        var starts = new int[Starts.Length];
        foreach (int column in Columns)
        {
            starts[column + 1]++;
        }

        for (int row = 0; row < Size; row++)
        {
            starts[row + 1] += starts[row];
        }

        int[] next = [.. starts], columns = new int[Columns.Length];
        var values = new float[Values.Length];
        for (int row = 0; row < Size; row++)
        {
            for (int i = Starts[row]; i < Starts[row + 1]; i++)
            {
                int at = next[Columns[i]]++;
                (columns[at], values[at]) = (row, Values[i]);
            }
        }

        return new SparseMatrix(starts, columns, values);
    }

    /// <summary>This matrix times a narrow full one, given row by row. Each row is added up in one order, so threads change nothing.</summary>
    public float[][] Times(float[][] narrow)
    {
        var product = new float[Size][];
        Parallel.For(0, Size, row =>
        {
            var sum = new float[narrow[0].Length];
            for (int i = Starts[row]; i < Starts[row + 1]; i++)
            {
                float value = Values[i];
                float[] other = narrow[Columns[i]];
                for (int j = 0; j < sum.Length; j++)
                {
                    sum[j] += value * other[j];
                }
            }

            product[row] = sum;
        });
        return product;
    }
}
